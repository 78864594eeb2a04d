content/partners/endless.yaml: error: esto es una tubería, un zócalo o un dispositivo, y no un archivo [special-file]
  consejo: Sáquelo de aquí: solo se leen archivos y carpetas.
content/partners/endless.yaml: nota: ningún acuerdo nombra a «endless» [unused-partner]
  consejo: Déjelo si algún acuerdo lo hará; si no, elimine el archivo.
1 error, 1 nota
