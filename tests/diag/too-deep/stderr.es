content/partners/gsma.yaml:2:70: error: las listas y los conjuntos de claves tienen aquí demasiados niveles [too-deep]
    2 | name: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
      |                                                                      ^
  consejo: Escriba con menos niveles: ningún archivo necesita más que unos pocos.
1 error
