package org.daywatch.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.daywatch.Daywatch;
import org.daywatch.directory.intake.FileImports;
import org.daywatch.directory.intake.ImportFile;
import org.daywatch.directory.intake.ImportKind;
import org.daywatch.directory.intake.ImportReport;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * The national school list of one state into an empty database, a preview first, then for good, then again unchanged;
 * each round for a new agency. Prints every round, then median and slowest.
 */
public final class ImportBench {
    private static final int ROUNDS = 5;

    private ImportBench() {}

    public static void main(String[] arguments) throws Exception {
        Path list = Path.of(System.getenv().getOrDefault("DAYWATCH_DATA", "../shared/data"))
                .resolve("nces/florida_schools.csv");
        if (!Files.exists(list)) {
            System.err.println("There is no " + list + ". Say where the data files are: bin/bench import --data DIR");
            System.exit(64);
        }
        Path home = Files.createTempDirectory("daywatch-bench");
        var application = new SpringApplication(Daywatch.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        try (var context = application.run("--daywatch.database.directory=" + home.resolve("postgres"),
                "--daywatch.timers=false",
                "--logging.level.root=error", "--logging.level.org.daywatch=warn")) {
            measure(context, list);
        }
        FileSystemUtils.deleteRecursively(home);
        System.exit(0);
    }

    private static void measure(ConfigurableApplicationContext context, Path list) {
        var imports = context.getBean(FileImports.class);
        var organizations = context.getBean(Organizations.class);
        var file = new ImportFile(list, list.getFileName().toString(), null);
        double[][] seconds = new double[3][ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            var scope = Scope.system(organizations.foundAgency("Bench " + round, "FL"));
            seconds[0][round] = timed(() -> Tenancy.as(scope, () -> imports.preview(ImportKind.NCES, file)), round,
                    "preview  ");
            seconds[1][round] = timed(() -> Tenancy.as(scope, () -> imports.take(ImportKind.NCES, file)), round,
                    "import   ");
            seconds[2][round] = timed(() -> Tenancy.as(scope, () -> imports.take(ImportKind.NCES, file)), round,
                    "unchanged");
        }
        String[] names = {"preview", "import", "import again"};
        for (int i = 0; i < names.length; i++) {
            double[] sorted = seconds[i].clone();
            Arrays.sort(sorted);
            System.out.printf(Locale.ROOT,
                    "%-13s median %.2f s, slowest %.2f s, first %.2f s (%d rounds, one process, durable database)%n",
                    names[i],
                    sorted[ROUNDS / 2], sorted[ROUNDS - 1], seconds[i][0], ROUNDS);
        }
    }

    private static double timed(java.util.function.Supplier<ImportReport> work, int round, String what) {
        long began = System.nanoTime();
        ImportReport report = work.get();
        double seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf(Locale.ROOT,
                "round %d %s %.2f s: read %d, refused %d, created %d, updated %d, unchanged %d%n",
                round, what, seconds,
                report.read(), report.refusedRows(), report.created(), report.updated(), report.unchanged());
        if (round == 0 && report.created() > 0 && !report.preview())
            report.notes().forEach(note -> System.out.println("  " + note));
        return seconds;
    }
}
