package org.daywatch.billing.verify;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.daywatch.platform.cli.ExitCodes;
import org.daywatch.platform.cli.InstallationCommand;
import org.daywatch.platform.money.Dollars;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code daywatch invoices verify}: answers and format in docs/formats/invoices.md. */
@Command(name = "verify", mixinStandardHelpOptions = true,
        description = "Recompute every invoice from its lines; names what was changed, what is missing in the series, and what the audit chain was told otherwise.")
class InvoiceVerifyCommand extends InstallationCommand {

    @Spec CommandSpec spec;

    @Override
    protected int run(ConfigurableApplicationContext installation) {
        progress.says("Recomputing invoices");
        var report = installation.getBean(InvoiceVerification.class).verify();
        progress.close();
        var out = spec.commandLine().getOut();
        if (json) out.println(installation.getBean(JsonMapper.class).writeValueAsString(object(report)));
        else print(report, out);
        out.flush();
        return report.fine() ? ExitCodes.DONE : ExitCodes.FOUND_WRONG;
    }

    static Map<String, Object> object(InvoiceVerification.Report report) {
        var object = new LinkedHashMap<String, Object>();
        object.put("schema", "daywatch.invoices-verify");
        object.put("version", 1);
        object.put("at", report.at());
        object.put("fine", report.fine());
        object.put("invoices", report.invoices());
        object.put("lines", report.lines());
        object.put("cents", report.cents());
        object.put("faults", report.faults());
        return object;
    }

    static void print(InvoiceVerification.Report report, PrintWriter out) {
        for (var fault : report.faults())
            out.println("WRONG " + fault.kind() + " " + fault.agency() + ": " + fault.words());
        out.println(report.fine()
                ? report.invoices() + " invoices and credit notes with " + report.lines() + " lines verified, "
                        + Dollars.said(report.cents()) + " in all."
                : report.faults().size() + " faults in " + report.invoices() + " invoices and credit notes.");
    }
}
