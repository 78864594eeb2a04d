#include "commands/commands.h"

#include <stdio.h>

int command_check(const struct options *opt)
{
    struct session s;
    if (opt->args) {
        fprintf(stderr, "accord check: \"%s\" is one too many; see accord check --help\n",
                opt->arg[0]);
        return EXIT_USAGE;
    }
    session_begin(&s, opt);
    if (!session_load(&s))
        return session_end(&s, EXIT_SYSTEM);
    if (!diags_failed(s.diags))
        model_reconcile(s.model, s.diags);
    if (opt->release) {
        static const enum diag_code drift[] = {DIAG_PRINTED_FIGURE_DIFFERS,
                                               DIAG_PRINTED_FIGURE_UNKNOWN,
                                               DIAG_PRINTED_RANKING_DIFFERS};
        for (size_t i = 0; i < sizeof drift / sizeof *drift; i++)
            diags_set_severity(s.diags, drift[i], SEVERITY_ERROR);
        model_refuse_samples(s.model, s.diags);
    }
    return session_end(&s, EXIT_FINE);
}
