content/agreements/2024/bdt-2024-018.yaml:9:25: advertencia: con esto, el efectivo de «bdt-2022-004» queda en -5.00 USD: se retira más de lo que se firmó [value-below-zero]
    9 |   - {from: itu, amount: -105, currency: USD}
      |                         ^~~~
  consejo: Compruebe que el importe, su moneda y el acuerdo modificado son correctos.
1 advertencia
