content/published/d25.yaml:6:3: advertencia: 2024.regions se imprimió como 0.5 1, 1.5 en total; las fichas de hoy dan 0.5 0.5, 1 en total [printed-row-differs]
    6 |   2024.regions: [0.5, 1]
      |   ^~~~~~~~~~~~
  consejo: Si una ficha está mal, corríjala. Si nunca se imprimió así, corríjalo aquí. Los recuentos van en el orden del vocabulario; los que son 0 se omiten.
content/published/d25.yaml:7:3: advertencia: 2024.priorities se imprimió como 0.4 0.6, 1 en total; las fichas de hoy dan 0.6 0.4, 1 en total [printed-row-differs]
    7 |   2024.priorities: [0.4, 0.6]
      |   ^~~~~~~~~~~~~~~
  consejo: Son los mismos recuentos en otro orden. Si una ficha está mal, corríjala. Si nunca se imprimió así, corríjalo aquí. Los recuentos van en el orden del vocabulario; los que son 0 se omiten.
2 advertencias
