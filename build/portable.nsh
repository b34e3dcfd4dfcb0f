; Runs before the portable app is unpacked: Electron runs on Windows 10 and newer, and on an older one it would end with words of
; Windows' own about a missing entry point. electron-builder includes nothing into its script of the portable app by itself:
; scripts/after-pack.mjs sees to it.
!include LogicLib.nsh
!include WinVer.nsh
!include FileFunc.nsh

Section
  ${ifNot} ${AtLeastWin10}
    SetErrorLevel 3
    ; It always calls itself silent; a person is told all the same, unless it was told to be silent.
    ${GetParameters} $R0
    ClearErrors
    ${GetOptions} $R0 "/S" $R1
    ${if} ${Errors}
      MessageBox MB_OK|MB_ICONSTOP "Order Importer Windows 10 va undan yangi Windows’da ishlaydi. Bu kompyuterdagi Windows eskiroq.$\r$\n$\r$\nOrder Importer работает в Windows 10 и новее. На этом компьютере Windows старее.$\r$\n$\r$\nOrder Importer needs Windows 10 or newer. This computer has an older Windows."
    ${endIf}
    Quit
  ${endIf}
SectionEnd
