content/agreements/2024/bdt-2024-018.yaml:7:11: advertencia: firmado el 2024-12-20 y vigente desde el 2025-01-10, esto cuenta en 2024; según la otra fecha, en 2025 [year-boundary]
    7 | in_force: 2025-01-10
      |           ^~~~~~~~~~
  consejo: Decide lo siguiente: la fecha de la firma; véase counting: year_by: en site.yaml. Déjelo así si ambas fechas son correctas.
1 advertencia
