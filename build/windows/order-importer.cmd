@echo off
rem `order-importer check FILE` and the other commands in a console. A console does not wait for a program with a window, a
rem batch file does; what the program prints goes into the console that it was started from.
"%~dp0Order Importer.exe" --cli -- %*
exit /b %ERRORLEVEL%
