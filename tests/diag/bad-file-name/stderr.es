content/partners/0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000.yaml: error: este nombre de archivo no puede usarse: supera los 200 bytes [bad-file-name]
  consejo: Dele un nombre sencillo, mejor de minúsculas, cifras y guiones.
content/partners/0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000.yaml: nota: ningún acuerdo nombra a «0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000» [unused-partner]
  consejo: Déjelo si algún acuerdo lo hará; si no, elimine el archivo.
content/partners/gs<U+202E>ma.yaml: error: este nombre de archivo no puede usarse: contiene un carácter invisible, U+202E [bad-file-name]
  consejo: Dele un nombre sencillo, mejor de minúsculas, cifras y guiones.
content/partners/gs<U+202E>ma.yaml: nota: ningún acuerdo nombra a «gs<U+202E>ma» [unused-partner]
  consejo: Déjelo si algún acuerdo lo hará; si no, elimine el archivo.
content/partners/not-�-utf8.yaml: error: este nombre de archivo no puede usarse: no está en UTF-8 [bad-file-name]
  consejo: Dele un nombre sencillo, mejor de minúsculas, cifras y guiones.
content/partners/not-�-utf8.yaml: nota: ningún acuerdo nombra a «not-�-utf8» [unused-partner]
  consejo: Déjelo si algún acuerdo lo hará; si no, elimine el archivo.
content/partners/two␊lines.yaml: error: este nombre de archivo no puede usarse: contiene un carácter invisible, U+000A [bad-file-name]
  consejo: Dele un nombre sencillo, mejor de minúsculas, cifras y guiones.
content/partners/two␊lines.yaml: nota: ningún acuerdo nombra a «two␊lines» [unused-partner]
  consejo: Déjelo si algún acuerdo lo hará; si no, elimine el archivo.
4 errores, 4 notas
