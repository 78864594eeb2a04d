content/agreements/2024/bdt-2024-018.yaml:8:28: advertencia: con esto, el efectivo de «bdt-2024-017» queda en -848188.64 USD: se retira más de lo que se firmó [value-below-zero]
    8 |   - {from: unicef, amount: -2000000, currency: USD}
      |                            ^~~~~~~~
  consejo: Compruebe que el importe, su moneda y el acuerdo modificado son correctos.
content/agreements/2024/bdt-2024-018.yaml:8:28: advertencia: con esto, el efectivo de «unicef» en 2024 queda por debajo de cero: -928188.64 USD [negative-year]
    8 |   - {from: unicef, amount: -2000000, currency: USD}
      |                            ^~~~~~~~
  consejo: Un addendum retira dinero en su propio año. Compruebe que el importe y la fecha son correctos.
content/published/d25.yaml:5:43: advertencia: 2024.contributions.partners.millions se imprimió como 1.1; las fichas de hoy dan -0.9 [printed-figure-differs]
    5 |   2024.contributions.partners: {millions: 1.1}
      |                                           ^~~
  consejo: Si una ficha está mal, corríjala («accord explain 2024.contributions.partners.millions» nombra las que hay detrás de esta cifra). Si nunca se imprimió así, corríjalo aquí.
content/published/d25.yaml:7:19: advertencia: el puesto 1 de 2024.partners se imprimió como «unicef»; hoy es nadie [printed-ranking-differs]
    7 |   2024.partners: [unicef]
      |                   ^~~~~~
  consejo: Si una ficha está mal, corríjala («accord explain 2024.partners.unicef.contributions» nombra las que hay detrás de esta cifra). Si nunca se imprimió así, corríjalo aquí.
4 advertencias
