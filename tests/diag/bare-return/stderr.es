content/partners/gsma.yaml:2:22: error: hay aquí un retorno de carro sin salto de línea [bare-return]
    2 | name: GSM Association␍type: private-sector
      |                      ^
  consejo: Guarde el archivo con los finales de línea de Unix (LF) o de Windows (CRLF), no con los de los antiguos Mac (CR).
1 error
