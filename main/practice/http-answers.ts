/** Builds answers as the WMS gives them, before they are written to a connection. */

export interface PracticeAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export function jsonAnswer(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): PracticeAnswer {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=UTF-8', ...headers },
    body: JSON.stringify(body),
  };
}

export function htmlAnswer(
  status: number,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): PracticeAnswer {
  return { status, headers: { 'content-type': 'text/html; charset=UTF-8', ...headers }, body };
}

const exceptionNames: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  408: 'Request Timeout',
  413: 'Payload Too Large',
  421: 'Misdirected Request',
  425: 'Too Early',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
};

/** The answer that Yii's error handler gives for an exception. */
export function exceptionAnswer(
  status: number,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): PracticeAnswer {
  return jsonAnswer(status, { name: exceptionNames[status] ?? 'Error', message, code: 0, status }, headers);
}

export const unauthorizedAnswer = exceptionAnswer(401, 'Your request was made with invalid credentials.', {
  'www-authenticate': 'Bearer realm="api"',
});
export const notFoundAnswer = exceptionAnswer(404, 'Page not found.');
