content/partners/large.yaml: error: este archivo supera los 8 MB [file-too-large]
  consejo: Divídalo, o mire si se puso algo en él una y otra vez.
content/partners/large.yaml: nota: ningún acuerdo nombra a «large» [unused-partner]
  consejo: Déjelo si algún acuerdo lo hará; si no, elimine el archivo.
1 error, 1 nota
