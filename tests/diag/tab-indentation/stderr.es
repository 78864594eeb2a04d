content/agreements/2024/bdt-2024-017.yaml:11:1: error: esta línea está sangrada con un tabulador [tab-indentation]
   11 | 	- {from: gsma, amount: 20000, currency: USD, form: in-kind}
      | ^
  consejo: Sangre solo con espacios, dos por nivel.
1 error
