templates/document/plain.yaml:1:35: advertencia: #777777 es demasiado pálido para leerse sobre blanco: su contraste es de 4.4 a 1 [low-contrast]
    1 | colours: {text: "#767676", muted: "#777777", accent: "#009cd6", rule: "#dddddd"}
      |                                   ^~~~~~~~~
  consejo: El texto necesita 4,5 a 1 (WCAG 1.4.3): elija un color más oscuro.
templates/document/plain.yaml:1:54: advertencia: #009cd6 es demasiado pálido para leerse sobre blanco: su contraste es de 3.1 a 1 [low-contrast]
    1 | colours: {text: "#767676", muted: "#777777", accent: "#009cd6", rule: "#dddddd"}
      |                                                      ^~~~~~~~~
  consejo: El texto necesita 4,5 a 1 (WCAG 1.4.3): elija un color más oscuro.
templates/document/plain.yaml:2:30: advertencia: #ffcc00 es demasiado pálido para leerse sobre blanco: su contraste es de 1.5 a 1 [low-contrast]
    2 | headings: {level_1: {colour: "#ffcc00"}}
      |                              ^~~~~~~~~
  consejo: El texto necesita 4,5 a 1 (WCAG 1.4.3): elija un color más oscuro.
3 advertencias
