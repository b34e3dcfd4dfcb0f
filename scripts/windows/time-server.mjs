// A server of time stamps (Authenticode's, as osslsigncode asks for them), with a certificate made for trying: there is no network.
//   node time-server.mjs FOLDER         says its address; FOLDER gets its certificate, time.pem
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';

const folder = process.argv[2];
const inFolder = (name) => path.join(folder, name);

function openssl(...args) {
  const { status, stdout, stderr } = spawnSync('openssl', args);
  if (status !== 0) throw new Error(`openssl ${args[0]}: ${stderr.toString()}`);
  return stdout;
}

/** What is to be stamped: the octets (DER, tag 4) in the last part of the last part … of a request. */
function innermost(der) {
  const tag = der[0];
  const isLong = der[1] > 0x7f;
  const header = isLong ? 2 + (der[1] & 0x7f) : 2;
  const content = der.subarray(header);
  if (tag === 4) return content;
  for (let rest = content; rest.length > 0;) {
    const long = rest[1] > 0x7f ? rest[1] & 0x7f : 0;
    const length = long > 0 ? rest.readUIntBE(2, long) : rest[1];
    const whole = 2 + long + length;
    if (whole === rest.length) return innermost(rest);
    rest = rest.subarray(whole);
  }
  throw new Error('no request for a time stamp');
}

openssl(
  ...['req', '-x509', '-newkey', 'rsa:2048', '-sha256', '-days', '30', '-nodes', '-subj', '/CN=Time made for trying'],
  ...['-keyout', inFolder('time.key'), '-out', inFolder('time.pem')],
  ...['-addext', 'extendedKeyUsage=critical,timeStamping', '-addext', 'keyUsage=digitalSignature'],
);
async function answer(request, response) {
  const parts = await request.toArray();
  const asked = Buffer.from(Buffer.concat(parts).toString('latin1'), 'base64');
  fs.writeFileSync(inFolder('asked'), innermost(asked));
  const stamp = openssl(
    ...['smime', '-sign', '-binary', '-nodetach', '-outform', 'DER', '-md', 'sha256'],
    ...['-signer', inFolder('time.pem'), '-inkey', inFolder('time.key'), '-in', inFolder('asked')],
  );
  response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(stamp.toString('base64'));
}

const server = http.createServer((request, response) => {
  answer(request, response).catch((error) => response.writeHead(500).end(String(error)));
});
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}/`));
