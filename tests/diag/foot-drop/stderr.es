templates/document/mine.yaml:1:22: error: 0 pt no está entre 11.5 pt y 155.9 pt [length-range]
    1 | running_head: {drop: 0 pt, foot: "{date}"}
      |                      ^~~~
  consejo: Escriba una longitud de 11.5 pt a 155.9 pt.
1 error
