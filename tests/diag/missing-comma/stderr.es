content/agreements/2024/bdt-2024-017.yaml:11:34: error: falta una coma aquí [missing-comma]
   11 |   - {from: gsma, amount: "20000" currency: USD, form: in-kind}
      |                                  ^
  consejo: Ponga una coma entre los elementos, y comillas rectas alrededor de un texto que contenga , : [ ] { o }.
1 error
