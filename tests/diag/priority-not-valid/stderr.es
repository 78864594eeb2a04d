content/agreements/2024/bdt-2024-017.yaml:15:14: advertencia: la prioridad «area-infrastructure» pertenece a un conjunto que no es válido en 2024 [priority-not-valid]
   15 | priorities: [area-infrastructure]
      |              ^~~~~~~~~~~~~~~~~~~
  consejo: Use las prioridades del año en que cuenta el acuerdo: vocabulary/priorities.yaml.
1 advertencia
