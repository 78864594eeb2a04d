content/agreements/2024/bdt-2024-017.yaml:11:54: error: «form» no puede ser «inkind» [bad-choice]
   11 |   - {from: gsma, amount: 20000, currency: USD, form: inkind}
      |                                                      ^~~~~~
  consejo: ¿quería decir «in-kind»? Elija entre: cash, in-kind.
content/agreements/2024/bdt-2024-017.yaml:19:9: error: «sample» no puede ser «yes» [bad-choice]
   19 | sample: yes
      |         ^~~
  consejo: Elija entre: false, true.
content/agreements/2024/bdt-2024-017.yaml:20:10: error: «publish» no puede ser «secret» [bad-choice]
   20 | publish: secret
      |          ^~~~~~
  consejo: Elija entre: public, internal.
3 errores
