content/site.yaml:11:23: error: «green» no es un color [bad-colour]
   11 | region_colours: {AFR: green, ARB: "#882255", EUR: "#332288"}
      |                       ^~~~~
  consejo: Los colores se escriben "#rrggbb" entre comillas, como "#0b5a8f".
1 error
