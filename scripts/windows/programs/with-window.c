// Stands in for the app where a launcher is tried: a program with a window, for which a console does not wait. Prints how it was
// called and ends with 7.
#include <windows.h>
int WINAPI WinMain(HINSTANCE me, HINSTANCE before, LPSTR words, int show) {
  static char said[8192]; DWORD written;
  int length = WideCharToMultiByte(CP_UTF8, 0, GetCommandLineW(), -1, said, sizeof said, 0, 0) - 1;
  Sleep(1500);
  WriteFile(GetStdHandle(STD_OUTPUT_HANDLE), said, length, &written, 0);
  return 7;
}
