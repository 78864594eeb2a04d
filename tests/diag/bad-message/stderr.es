content/strings/en.yaml:1:15: error: este texto no es un mensaje correcto: «count» no tiene forma «other» (en el carácter 1) [bad-message]
    1 | n_agreements: "{count, plural, one {# agreement}}"
      |               ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
  consejo: Compárelo con el mismo texto en strings/en.yaml: las llaves contienen nombres, o formas como en {count, plural, one {# acuerdo} other {# acuerdos}}.
content/strings/en.yaml:3:13: error: este texto no es un mensaje correcto: el argumento «language» no se cierra nunca (en el carácter 1) [bad-message]
    3 | cover_only: "{language only"
      |             ^~~~~~~~~~~~~~~~
  consejo: Compárelo con el mismo texto en strings/en.yaml: las llaves contienen nombres, o formas como en {count, plural, one {# acuerdo} other {# acuerdos}}.
2 errores
