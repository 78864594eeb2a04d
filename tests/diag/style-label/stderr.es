content/documents/d24/document.yaml:11:20: advertencia: textos que faltan en la lengua es: 2; los lectores los reciben en otra lengua [untranslated]
   11 |   department: {en: Partnerships department}
      |                    ^~~~~~~~~~~~~~~~~~~~~~~
  consejo: «accord check --release --lang es» los enumera.
1 advertencia
