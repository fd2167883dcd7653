#!/bin/sh
# Double-cliquez et choisissez « Exécuter dans un terminal » : l'intranet s'ouvre dans le navigateur,
# avec les textes en cours de rédaction.
cd "$(dirname "$0")" || exit 1
if command -v classeur >/dev/null; then
  classeur preview
elif [ -x .venv/bin/classeur ]; then
  .venv/bin/classeur preview
else
  python3 -m classeur preview
fi || { printf 'Entrée pour fermer. '; read -r _; }
