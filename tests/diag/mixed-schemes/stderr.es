content/pages/about/en.md:5:8: nota: las prioridades de 2021-2023 son de dos conjuntos, «action-areas» y «kigali-2022» [mixed-schemes]
    5 | years: 2021-2023
      |        ^~~~~~~~~
  consejo: Nada se puede comparar de uno a otro, de modo que cada uno se muestra aparte y una frase dice por qué.
content/pages/about/en.md:10:7: nota: las prioridades de 2021-2023 son de dos conjuntos, «action-areas» y «kigali-2022» [mixed-schemes]
   10 | year: 2021-2023
      |       ^~~~~~~~~
  consejo: Nada se puede comparar de uno a otro, de modo que cada uno se muestra aparte y una frase dice por qué.
content/pages/about/en.md:15:7: nota: las prioridades de 2021-2023 son de dos conjuntos, «action-areas» y «kigali-2022» [mixed-schemes]
   15 | year: 2021-2023
      |       ^~~~~~~~~
  consejo: Nada se puede comparar de uno a otro, de modo que cada uno se muestra aparte y una frase dice por qué.
3 notas
