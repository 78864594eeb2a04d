content/partners/gsma.yaml:2:45: error: hay más de 30 signos diacríticos sobre una misma letra [marks-heaped]
    2 | name: "GSM Asś́́́́́́́́́́́́́́́́́́́́́́́́́́́́́́ociation"
      |                                             ^
  consejo: Elimine los que sobran.
1 error
