package org.daywatch.platform.setup.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.cli.ExitCodes;
import org.daywatch.platform.cli.InstallationCommand;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.identity.recovery.command.AdministratorLinks;
import org.daywatch.platform.json.FileRefused;
import org.daywatch.platform.setup.file.SetupFiles;
import org.daywatch.platform.setup.file.SetupReport;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.tenancy.Tenants;
import org.daywatch.platform.texts.Texts;
import org.daywatch.platform.web.PublicAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code daywatch setup apply}: docs/formats/setup.md. Everything of the set-up page from a file; the same file twice
 * changes nothing the second time.
 */
@Command(name = "apply", mixinStandardHelpOptions = true,
        description = {
                "Set up an agency from a file: what is missing is created, what differs is changed, nothing is deleted.",
                "In an empty folder, or where there is no agency yet, the file creates the agency, and a link for its administrator is printed."},
        footer = {"", "Formats: docs/formats/setup.md."})
class SetupApplyCommand extends InstallationCommand {

    private static final long MOST_BYTES = 20L * 1024 * 1024;

    @Spec CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "The set-up as JSON.") Path file = Path.of("");

    @Option(names = "--dry-run", description = "Say what would be created and changed; write nothing.") boolean dryRun;

    @Option(names = "--site",
            description = "Address people type, as told to serve, such as https://daywatch.example.org; links in letters begin with it.") @Nullable String site;

    private @Nullable Path elsewhere;

    @Override
    protected void prepare() throws Exception {
        PublicAddress.mustBeSite(site);
        if (!Files.isRegularFile(file))
            throw new ParameterException(spec.commandLine(), "There is no file " + file + ".");
        if (!Files.isReadable(file))
            throw new ParameterException(spec.commandLine(), "The file " + file + " may not be read by this user.");
        if (dryRun && empty(Path.of(data))) {
            elsewhere = Files.createTempDirectory("daywatch-dry-run");
            data = elsewhere.toString();
        }
        if (Files.size(file) > MOST_BYTES)
            throw new InvalidInput("FILE", file.toString(),
                    "It has more than 20 MB; officers and long lists of schools are imported from CSV files.");
    }

    /** A dry run leaves nothing behind: its database lies elsewhere until it has ended. */
    @Override
    protected boolean mayBegin() {
        return true;
    }

    @Override
    protected void afterward() throws IOException {
        if (elsewhere != null) FileSystemUtils.deleteRecursively(elsewhere);
    }

    @Override
    protected List<String> arguments() {
        var arguments = super.arguments();
        if (site != null) arguments.add("--daywatch.site=" + site);
        return arguments;
    }

    @Override
    protected int run(ConfigurableApplicationContext installation) throws Exception {
        var files = installation.getBean(SetupFiles.class);
        var out = spec.commandLine().getOut();
        try {
            var read = files.read(Files.readAllBytes(file), file.toAbsolutePath().getParent());
            progress.says(dryRun ? "Comparing" : "Applying");
            var report = files.apply(read, present(installation), dryRun);
            var text = new SetupReportText(file, report, installation.getBean(Texts.class),
                    report.administrator() == null || dryRun ? null : link(installation, report));
            progress.close();
            out.println(json ? text.json() : text.plain());
            text.refusals().forEach(spec.commandLine().getErr()::println);
            return report.refused() ? ExitCodes.REFUSED : ExitCodes.DONE;
        } catch (FileRefused refused) {
            progress.close();
            if (json) out.println(SetupReportText.refused(file, dryRun, refused));
            spec.commandLine().getErr().println(file + " was refused; nothing was written.\n" + refused.getMessage());
            return ExitCodes.REFUSED;
        } finally {
            out.flush();
            spec.commandLine().getErr().flush();
        }
    }

    private Optional<UUID> present(ConfigurableApplicationContext installation) {
        boolean none = agency == null && installation.getBean(Tenants.class).agencies().isEmpty();
        return none ? Optional.empty() : Optional.of(agency(installation));
    }

    private static SetupReportText.Link link(ConfigurableApplicationContext installation, SetupReport report) {
        var link = Tenancy.as(Scope.system(report.agency()),
                () -> installation.getBean(AdministratorLinks.class).issue(report.agency(), report.administrator()));
        return new SetupReportText.Link(link, installation.getBean(PublicAddress.class).link(link.path()));
    }
}
