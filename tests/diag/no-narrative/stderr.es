content/documents/d24/document.yaml:1:5: error: este documento no tiene texto en la lengua en [no-narrative]
    1 | id: d24
      |     ^~~
  consejo: Ponga archivos Markdown en content/documents/d24/en, o quite la lengua de «languages».
1 error
