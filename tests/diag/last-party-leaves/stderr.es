content/agreements/2024/bdt-2024-018.yaml:7:16: advertencia: con esto, «bdt-2024-017» se queda sin más parte que la UIT [last-party-leaves]
    7 | leaves: [gsma, unicef]
      |                ^~~~~~
  consejo: Nombre entre los socios de este addendum a quien continúa; o escriba terminated: y el día.
1 advertencia
