; What the setup and the uninstaller do otherwise than electron-builder's: they remove what the setup brought, file by file, and
; never a folder with what is in it. Included by electron-builder (nsis.include) before anything else.

!macro removeWhatSetupBrought FOLDER
  Delete "${FOLDER}\*.dll"
  Delete "${FOLDER}\*.pak"
  Delete "${FOLDER}\icudtl.dat"
  Delete "${FOLDER}\snapshot_blob.bin"
  Delete "${FOLDER}\v8_context_snapshot.bin"
  Delete "${FOLDER}\vk_swiftshader_icd.json"
  Delete "${FOLDER}\LICENSE.electron.txt"
  Delete "${FOLDER}\LICENSES.chromium.html"
  Delete "${FOLDER}\version"
  Delete "${FOLDER}\order-importer.cmd"
  Delete "${FOLDER}\uninstallerIcon.ico"
  Delete "${FOLDER}\${UNINSTALL_FILENAME}"
  Delete "${FOLDER}\locales\*.pak"
  RMDir "${FOLDER}\locales"
  Delete "${FOLDER}\resources\app.asar"
  Delete "${FOLDER}\resources\elevate.exe"
  Delete "${FOLDER}\resources\app-update.yml"
  ; Made by electron-builder inside the folder of the program: nothing of a person's can be in it.
  RMDir /r "${FOLDER}\resources\app.asar.unpacked"
  RMDir "${FOLDER}\resources"
  ClearErrors
  Delete "${FOLDER}\${APP_EXECUTABLE_FILENAME}"
!macroend

; Only empty folders go: what else lies there is a person's, or the app's records.
!macro customRemoveFiles
  SetOutPath $TEMP
  !insertmacro removeWhatSetupBrought "$INSTDIR"
  ${if} ${Errors}
  ${andIf} ${isUpdated}
    Abort "$INSTDIR\${APP_EXECUTABLE_FILENAME}"
  ${endIf}
  RMDir "$INSTDIR"
!macroend

; The setup leaves a copy of itself, which only an updater would use.
!macro customInstall
  WriteRegStr SHELL_CONTEXT "${INSTALL_REGISTRY_KEY}" RemovesOnlyItsOwn "true"
  Delete "$LOCALAPPDATA\${APP_INSTALLER_STORE_FILE}"
  RMDir "$LOCALAPPDATA\${APP_PACKAGE_NAME}-updater"
  ; «Open with» and «recent files» know the program; which program opens a spreadsheet by default stays as it is.
  WriteRegStr SHELL_CONTEXT "Software\Classes\Applications\${APP_EXECUTABLE_FILENAME}\shell\open\command" "" '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" "%1"'
  WriteRegStr SHELL_CONTEXT "Software\Classes\Applications\${APP_EXECUTABLE_FILENAME}\SupportedTypes" ".xlsx" ""
  WriteRegStr SHELL_CONTEXT "Software\Classes\Applications\${APP_EXECUTABLE_FILENAME}\SupportedTypes" ".xlsm" ""
  WriteRegStr SHELL_CONTEXT "Software\Classes\Applications\${APP_EXECUTABLE_FILENAME}\SupportedTypes" ".xlsb" ""
  WriteRegStr SHELL_CONTEXT "Software\Classes\Applications\${APP_EXECUTABLE_FILENAME}\SupportedTypes" ".xls" ""
  WriteRegStr SHELL_CONTEXT "Software\Classes\Applications\${APP_EXECUTABLE_FILENAME}\SupportedTypes" ".ods" ""
  WriteRegStr SHELL_CONTEXT "Software\Classes\Applications\${APP_EXECUTABLE_FILENAME}\SupportedTypes" ".csv" ""
  WriteRegStr SHELL_CONTEXT "Software\Classes\Applications\${APP_EXECUTABLE_FILENAME}\SupportedTypes" ".tsv" ""
!macroend

!macro customUnInstall
  ${ifNot} ${isUpdated}
    DeleteRegKey SHELL_CONTEXT "Software\Classes\Applications\${APP_EXECUTABLE_FILENAME}"
    ; Setups that the app fetched; the last of them could not remove itself. Nothing of a person's is in this folder.
    RMDir /r "$LOCALAPPDATA\${APP_PACKAGE_NAME}-updater"
  ${endIf}
!macroend

!macro customInit
  ; Electron runs on Windows 10 and newer: said here, not by a crash at the first start.
  ${ifNot} ${AtLeastWin10}
    ${if} $LANGUAGE == 1049
      MessageBox MB_OK|MB_ICONSTOP "Order Importer работает в Windows 10 и новее. На этом компьютере Windows старее; ничего не установлено." /SD IDOK
    ${else}
      MessageBox MB_OK|MB_ICONSTOP "Order Importer needs Windows 10 or newer. This computer has an older Windows; nothing was installed." /SD IDOK
    ${endIf}
    SetErrorLevel 3
    Quit
  ${endIf}
  ; Setups up to 0.1.0 let a person choose the folder, and their uninstallers remove it whole, also when a newer setup runs them.
  ; None of them is run: what such a setup brought is removed here, and its place in the registry is forgotten.
  ReadRegStr $R1 HKCU "${INSTALL_REGISTRY_KEY}" InstallLocation
  ReadRegStr $R2 HKCU "${INSTALL_REGISTRY_KEY}" RemovesOnlyItsOwn
  ${if} $R1 != ""
  ${andIf} $R2 != "true"
  ${andIf} ${FileExists} "$R1\${APP_EXECUTABLE_FILENAME}"
    !insertmacro removeWhatSetupBrought "$R1"
    ${if} ${Errors}
      ; It runs: electron-builder's own check ends it, or asks to, and the new program is put beside it.
      ClearErrors
    ${endIf}
    RMDir "$R1"
    DeleteRegKey HKCU "${UNINSTALL_REGISTRY_KEY}"
    DeleteRegValue HKCU "${INSTALL_REGISTRY_KEY}" InstallLocation
    StrCpy $INSTDIR "$LOCALAPPDATA\Programs\${APP_FILENAME}"
  ${endIf}
  ; A folder can still be given to a silent setup (/D=): only one that is new, empty, or a program's of ours.
  ${if} ${FileExists} "$INSTDIR\*.*"
  ${andIfNot} ${FileExists} "$INSTDIR\${APP_EXECUTABLE_FILENAME}"
    FindFirst $R3 $R4 "$INSTDIR\*.*"
    StrCpy $R5 ""
    ${doWhile} $R4 != ""
      ${if} $R4 != "."
      ${andIf} $R4 != ".."
        StrCpy $R5 $R4
      ${endIf}
      FindNext $R3 $R4
    ${loop}
    FindClose $R3
    ${if} $R5 != ""
      ${if} $LANGUAGE == 1049
        MessageBox MB_OK|MB_ICONSTOP "В папке $INSTDIR уже есть другие файлы ($R5). Ничего не установлено: выберите пустую папку." /SD IDOK
      ${else}
        MessageBox MB_OK|MB_ICONSTOP "There are other files in $INSTDIR already ($R5). Nothing was installed: choose an empty folder." /SD IDOK
      ${endIf}
      SetErrorLevel 2
      Quit
    ${endIf}
  ${endIf}
!macroend
