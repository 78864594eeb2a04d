content/rates/un-operational.csv:4:16: error: «0,88» no es un tipo de cambio: no es un número con punto decimal [bad-rate]
    4 | CHF,2024-01-01,"0,88",true,illustrative
      |                ^~~~~~
  consejo: Un tipo de cambio dice cuántas unidades de la moneda se compran con un USD, como 0.924.
content/rates/un-operational.csv:5:16: error: «0» no es un tipo de cambio: no es mayor que cero [bad-rate]
    5 | JPY,2024-01-01,0,true,illustrative
      |                ^
  consejo: Un tipo de cambio dice cuántas unidades de la moneda se compran con un USD, como 0.924.
2 errores
