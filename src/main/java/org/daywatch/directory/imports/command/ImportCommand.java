package org.daywatch.directory.imports.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.imports.ical.TypedYear;
import org.daywatch.directory.intake.FileImports;
import org.daywatch.directory.intake.ImportFile;
import org.daywatch.directory.intake.ImportKind;
import org.daywatch.directory.intake.ImportReport;
import org.daywatch.directory.intake.NextSteps;
import org.daywatch.platform.cli.ExitCodes;
import org.daywatch.platform.cli.InstallationCommand;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.intake.IntakeRefused;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.texts.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Imports a file, or only says what would become of it. */
@Command(name = "import", mixinStandardHelpOptions = true,
        description = {
                "Import a file: schools, a district's roster, its guardians, a calendar, departments, officers, or hours.",
                "Good rows are imported without the bad ones; the same file twice changes nothing the second time."},
        footer = {"",
                "Formats: docs/formats/schools.md, nces.md, oneroster.md, guardians.md, calendar.md, departments.md, officers.md, duty.md, import-report.md."})
public class ImportCommand extends InstallationCommand {

    @Spec CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "KIND",
            description = "schools (a list of your own), nces (the national list), oneroster, guardians, calendar, departments, officers or duty.") String kind = "";

    @Parameters(index = "1", paramLabel = "FILE",
            description = "The file; for oneroster a zip or a folder.") Path file = Path.of("");

    @Option(names = "--dry-run", description = "Compare and count only; write nothing.") boolean dryRun;

    @Option(names = "--district",
            description = "Name or national number of the district: for oneroster, guardians and calendar.") @Nullable String district;

    @Option(names = "--leavers-confirmed",
            description = "oneroster: the students the file no longer names have left, even where they are many.") boolean leaversConfirmed;

    @Option(names = "--accept-likely",
            description = "calendar: titles that are likely read right count; what is only asked never does.") boolean acceptLikely;

    @Option(names = "--first-day",
            description = "calendar: first day of school, where the file does not tell it (2026-08-03).") @Nullable LocalDate firstDay;

    @Option(names = "--last-day",
            description = "calendar: last day of school, where the file does not tell it (2027-05-21).") @Nullable LocalDate lastDay;

    @Override
    protected int run(ConfigurableApplicationContext installation) {
        ImportKind which = ImportKind.find(kind).orElseThrow(() -> wrong("\"" + kind + "\" is not one of "
                + Arrays.stream(ImportKind.values()).map(ImportKind::word).sorted().collect(Collectors.joining(", "))
                + "."));
        if ((firstDay == null) != (lastDay == null)) throw wrong("--first-day and --last-day are given together.");
        if (firstDay != null && lastDay != null) TypedYear.wrong(firstDay, lastDay).ifPresent(w -> {
            throw wrong("--last-day " + lastDay
                    + (w.word().equals("far") ? " is more than " + TypedYear.LONGEST + " days after" : " is not after")
                    + " --first-day " + firstDay + ".");
        });
        if (!Files.exists(file)) throw wrong("There is no file " + file + ".");
        if (!Files.isReadable(file)) throw wrong("The file " + file + " may not be read by this user.");
        UUID agency = agency(installation);
        @Nullable UUID speaksOf = speaksOf(which, installation, agency);
        var imports = installation.getBean(FileImports.class);
        var given = new ImportFile(file, String.valueOf(file.getFileName()), speaksOf, leaversConfirmed)
                .with(new ImportFile.ForCalendar(acceptLikely, firstDay, lastDay));
        // Roster and guardians belong to the district alone, so the command acts for it and not for the agency.
        UUID actsFor = which != ImportKind.CALENDAR && speaksOf != null ? speaksOf : agency;
        try {
            ImportReport report = Tenancy.as(Scope.system(actsFor), () -> dryRun
                    ? imports.preview(which, given, this::far)
                    : imports.take(which, given, this::far));
            progress.close();
            var next = report.preview()
                    ? List.<String>of()
                    : Tenancy.as(Scope.system(actsFor), () -> next(which, installation));
            var texts = installation.getBean(Texts.class);
            System.out.println(json
                    ? ImportReportText.json(report, next)
                    : ImportReportText.plain(report, next, reason -> texts.of("en", "titles.reason." + reason)));
            return report.refusedRows() == 0 && !wouldAsk(report) && report.calendar().questions().isEmpty()
                    ? ExitCodes.DONE
                    : ExitCodes.REFUSED;
        } catch (IntakeRefused e) {
            progress.close();
            System.err.println(e.getMessage());
            if (json)
                System.out
                        .println(ImportReportText.refused(which, given.name(), dryRun, String.valueOf(e.getMessage())));
            return ExitCodes.REFUSED;
        }
    }

    private static List<String> next(ImportKind kind, ConfigurableApplicationContext installation) {
        var texts = installation.getBean(Texts.class);
        return installation.getBeansOfType(NextSteps.class).values().stream().flatMap(room -> room.after(kind).stream())
                .map(step -> texts.of("en", step.key(), step.figures().toArray())).toList();
    }

    /** What the import itself would refuse, so that a dry run ends as it would. */
    private boolean wouldAsk(ImportReport report) {
        boolean asks = report.preview() && report.leavers().ask() && !leaversConfirmed;
        if (asks) {
            System.err.println("The import would be refused: the file no longer names " + report.leavers().left()
                    + " students, more than a school loses at once. If they have really left, add --leavers-confirmed.");
        }
        return asks;
    }

    private void far(ImportReport soFar, long bytesDone, long bytesAll) {
        String part = bytesAll > 0 ? Math.min(100, bytesDone * 100 / bytesAll) + " % of the file, " : "";
        progress.says((dryRun ? "Comparing: " : "Importing: ") + part + soFar.read() + " rows read, "
                + soFar.refusedRows() + " refused");
    }

    private @Nullable UUID speaksOf(ImportKind which, ConfigurableApplicationContext installation, UUID agency) {
        if (which != ImportKind.ONEROSTER && which != ImportKind.CALENDAR && which != ImportKind.GUARDIANS) return null;
        var organizations = installation.getBean(Organizations.class);
        var districts = Tenancy.as(Scope.system(agency), () -> organizations.listOwn("DISTRICT"));
        var found = districts.stream().filter(d -> district == null
                ? districts.size() == 1
                : d.name().equalsIgnoreCase(district) || district.equals(d.externalId())).toList();
        if (found.size() == 1) return found.getFirst().id();
        throw wrong("--district: name one district by its name or national number; known are "
                + districts.stream().limit(20).map(d -> d.name() + " (" + d.externalId() + ")").toList());
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
