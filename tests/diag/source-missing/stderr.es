content/history/2023.yaml:1:7: error: estas cifras no tienen fuente [source-missing]
    1 | year: 2023
      |       ^~~~
  consejo: Añada «source: ...», que diga dónde se leyeron, o «sample: true».
1 error
