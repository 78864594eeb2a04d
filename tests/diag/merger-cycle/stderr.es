content/partners/gsma.yaml:6:14: error: «gsma» vuelve a sí mismo a través de fusiones [merger-cycle]
    6 | merged_into: unicef
      |              ^~~~~~
  consejo: Quite merged_into del último sucesor.
content/partners/unicef.yaml:7:14: error: «unicef» vuelve a sí mismo a través de fusiones [merger-cycle]
    7 | merged_into: gsma
      |              ^~~~
  consejo: Quite merged_into del último sucesor.
2 errores
