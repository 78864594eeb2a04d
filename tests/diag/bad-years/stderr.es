content/documents/d25/document.yaml:2:15: error: «2025» no es un año ni un período [bad-years]
    2 | years: [2023, 2025]
      |               ^~~~
  consejo: Escriba un año (2024), un período (2015-2018) o una lista de años consecutivos.
1 error
