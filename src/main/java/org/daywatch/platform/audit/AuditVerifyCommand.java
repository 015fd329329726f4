package org.daywatch.platform.audit;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.daywatch.platform.cli.ExitCodes;
import org.daywatch.platform.cli.InstallationCommand;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code daywatch audit verify}: answers and format in docs/formats/audit-verify.md. */
@Command(name = "verify", mixinStandardHelpOptions = true,
        description = "Check every audit chain line by line and against the signed checkpoints; names what was deleted, moved or edited.")
class AuditVerifyCommand extends InstallationCommand {

    @Spec CommandSpec spec;

    @Override
    protected int run(ConfigurableApplicationContext installation) {
        var report = installation.getBean(AuditVerification.class).verify(progress);
        progress.close();
        var out = spec.commandLine().getOut();
        if (json) out.println(installation.getBean(JsonMapper.class).writeValueAsString(object(report)));
        else print(report, out);
        out.flush();
        return report.fine() ? ExitCodes.DONE : ExitCodes.FOUND_WRONG;
    }

    static Map<String, Object> object(AuditVerification.Report report) {
        var object = new LinkedHashMap<String, Object>();
        object.put("schema", "daywatch.audit-verify");
        object.put("version", 1);
        object.put("at", report.at());
        object.put("fine", report.fine());
        object.put("checkpoints", report.checkpoints());
        object.put("chains", report.chains());
        object.put("faults", report.faults());
        return object;
    }

    static void print(AuditVerification.Report report, PrintWriter out) {
        for (var chain : report.chains()) {
            if (chain.lines() == 0) continue;
            out.println(chain.name() + ": " + chain.lines() + " lines, protected through line " + chain.provenThrough()
                    + (chain.notYetProtected() == 0
                            ? ""
                            : "; " + chain.notYetProtected() + " since then not yet protected"));
        }
        for (var fault : report.faults())
            out.println("WRONG " + fault.kind() + " " + fault.tenant() + ": " + fault.words());
        long lines = report.chains().stream().mapToLong(AuditVerification.Chain::lines).sum();
        out.println(report.fine()
                ? lines + " lines verified, nothing deleted, moved or edited."
                : report.faults().size() + " faults in " + lines + " lines.");
    }
}
