content/documents/d24/document.yaml:4:9: error: «{nr}» no forma parte de una signatura [number-pattern]
    4 | number: "D24/{nr}-{letter"
      |         ^~~~~~~~~~~~~~~~~~
  consejo: Una signatura se compone de {number} y {letter} y de lo que va a su alrededor, como en TDAG25/{number}-{letter}
content/documents/d24/document.yaml:4:9: error: «{letter» no forma parte de una signatura [number-pattern]
    4 | number: "D24/{nr}-{letter"
      |         ^~~~~~~~~~~~~~~~~~
  consejo: Una signatura se compone de {number} y {letter} y de lo que va a su alrededor, como en TDAG25/{number}-{letter}
2 errores
