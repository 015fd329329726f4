package org.daywatch.platform.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.tenancy.Tenants;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Option;

/** A command that works on an installation: beside a running one through its database, or alone by starting it. */
public abstract class InstallationCommand implements Callable<Integer> {

    @Option(names = "--data", defaultValue = "${DAYWATCH_DATA_DIRECTORY:-var/postgres}",
            description = "Folder of the embedded database (default: ${DEFAULT-VALUE}).") protected String data = "var/postgres";

    @Option(names = "--agency",
            description = "Name of the agency to act for; needed only where there are several.") protected String agency;

    @Option(names = "--json",
            description = "Print one JSON object with schema and version instead of text.") protected boolean json;

    /** Where a command that takes its time says how far it is; it closes it before it prints its answer. */
    protected Progress progress = Progress.unseen();

    /** What the command does once the installation is open. @return one of {@link ExitCodes} */
    protected abstract int run(ConfigurableApplicationContext installation) throws Exception;

    /** What must happen once it is closed; by default nothing. */
    protected void afterward() throws IOException {}

    /** What must happen before the installation can be opened; by default nothing. */
    protected void prepare() throws Exception {}

    @Override
    public final Integer call() throws Exception {
        PlainFailure.refuseTooLittleMemory();
        try (var seen = Progress.onErrorStream()) {
            progress = seen;
            prepare();
            refuseFolderWithoutDatabase();
            progress.says("Opening the installation");
            try (var installation = open()) {
                progress.says("");
                return run(installation);
            }
        } finally {
            afterward();
        }
    }

    /** Whether a folder that is there and empty may become an installation; one that is not there is mistyped. */
    protected boolean mayBegin() {
        return false;
    }

    /** A mistyped folder must not become a new, empty installation of which everything is in order. */
    private void refuseFolderWithoutDatabase() throws IOException {
        boolean external = !String.valueOf(System.getenv().getOrDefault("DAYWATCH_DATABASE_URL", "")).isBlank();
        if (mayBegin() && empty(Path.of(data))) return;
        if (!external && !Files.exists(Path.of(data, "data", "PG_VERSION"))) {
            throw new InvalidInput("--data", data,
                    "There is no Daywatch database in this folder; name the folder that \"serve --data\" uses.");
        }
    }

    protected static boolean empty(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) return false;
        try (var files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    private ConfigurableApplicationContext open() throws ClassNotFoundException {
        var application = new SpringApplication(Class.forName("org.daywatch.Daywatch"));
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setLazyInitialization(true); // a command needs few of the parts that serve pages
        return application.run(arguments().toArray(String[]::new));
    }

    /**
     * How the installation is opened; the last one said counts. Why it could not be is said once, by whoever called,
     * and not as a trace of beans.
     */
    protected List<String> arguments() {
        return new ArrayList<>(List.of("--daywatch.database.directory=" + data, "--daywatch.database.attach=true",
                "--logging.level.root=off",
                "--logging.level.org.daywatch=warn", "--logging.level.org.daywatch.platform.tenancy=off",
                "--logging.exception-conversion-word=%nopex", "--daywatch.timers=false"));
    }

    protected UUID agency(ConfigurableApplicationContext installation) {
        var agencies = installation.getBean(Tenants.class).agencies();
        var named = agencies.stream().filter(a -> agency == null || a.name().equalsIgnoreCase(agency)).toList();
        if (named.size() == 1) return named.getFirst().id();
        throw new InvalidInput("--agency", String.valueOf(agency),
                agencies.isEmpty()
                        ? "There is no agency yet; sign in once as first administrator."
                        : "Name one of: " + agencies.stream().map(Tenants.Tenant::name).toList());
    }
}
