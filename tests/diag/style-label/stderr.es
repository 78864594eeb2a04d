content/documents/d24/document.yaml:11:20: advertencia: textos que faltan en la lengua es: 2; los lectores los reciben en otra lengua [untranslated]
   11 |   department: {en: Partnerships department}
      |                    ^~~~~~~~~~~~~~~~~~~~~~~
  consejo: «accord check --release --lang es» los enumera.
content/strings/es.yaml: advertencia: falta el texto «language_mark_after» en strings/es.yaml [missing-string]
  consejo: Añada una línea «language_mark_after: ...»; hasta entonces lo sustituye el texto de otra lengua.
2 advertencias
