content/documents/d25/document.yaml:12:10: error: «partnerships at example.org» no es una dirección de correo electrónico [bad-email]
   12 |   email: partnerships at example.org
      |          ^~~~~~~~~~~~~~~~~~~~~~~~~~~
  consejo: No lleva espacios. Una dirección de correo tiene la forma nombre@example.org.
content/opportunities/sponsor-2025.yaml:10:10: error: «a@b.c?subject=x&body=<script>» no es una dirección de correo electrónico [bad-email]
   10 |   email: "a@b.c?subject=x&body=<script>"
      |          ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
  consejo: No lleva "?". Una dirección de correo tiene la forma nombre@example.org.
2 errores
