content/vocabulary/agreement-kinds.yaml:2:22: advertencia: textos que faltan en la lengua es: 3; los lectores los reciben en otra lengua [untranslated]
    2 |   - {id: mou, label: Memorandum of understanding, short: MoU}
      |                      ^~~~~~~~~~~~~~~~~~~~~~~~~~~
  consejo: «accord check --release --lang es» los enumera.
1 advertencia
