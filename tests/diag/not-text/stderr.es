content/partners/gsma.yaml:2:10: error: hay aquí un byte cero, de modo que no es un archivo de texto [not-text]
    2 | name: GSM�Association
      |          ^
  consejo: Guarde el archivo como texto sin formato, con la codificación UTF-8.
1 error
