@echo off
rem Double-cliquez : l'intranet s'ouvre dans le navigateur, avec les textes en cours de redaction.
chcp 65001 >nul
cd /d "%~dp0"
where classeur >nul 2>nul
if not errorlevel 1 (
  classeur preview
) else if exist ".venv\Scripts\classeur.exe" (
  ".venv\Scripts\classeur.exe" preview
) else (
  py -m classeur preview
)
if errorlevel 1 pause
