package org.daywatch.billing.runs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.daywatch._story.BilledMonth;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.WholeApp;
import org.daywatch.billing.invoices.Issuing.Issuer;
import org.daywatch.billing.rates.RateCards;
import org.daywatch.billing.runs.InvoiceOracle.Rate;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.tenancy.Tenants;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A process of its own that invoices October until somebody kills it; the same click comes again after each kill. It
 * tells how far it is.
 */
public final class InvoicingUntilKilled {

    static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    static final String NOVEMBER_THIRD = "2026-11-03T15:00:00Z";
    static final Issuer ROBIN = new Issuer(new UUID(1, 440), "Robin Alder");
    private static final UUID FORM = new UUID(2, 440);

    private InvoicingUntilKilled() {}

    /** Folder of the database, file it tells in, districts, shifts of each. */
    public static void main(String[] arguments) throws Exception {
        var app = WholeApp.start(Path.of(arguments[0]));
        Path told = Path.of(arguments[1]);
        app.getBean(TestClock.class).setTo(NOVEMBER_THIRD);
        var month = new BilledMonth(Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]));
        var agencies = app.getBean(Tenants.class).agencies();
        UUID agency = agencies.isEmpty() ? month.write(app) : agencies.getFirst().id();
        if (agencies.isEmpty()) Tenancy.run(Scope.system(agency), () -> setRates(app, rates(month.districts)));
        var runs = app.getBean(InvoiceRuns.class);
        say(told, "READY");
        Thread.ofPlatform().daemon().start(() -> {
            try {
                tell(app, agency, told);
            } catch (InterruptedException over) {
                Thread.currentThread().interrupt();
            }
        });
        Tenancy.run(Scope.system(agency), () -> {
            runs.begin(OCTOBER, FORM, ROBIN);
            while (runs.underWay().isPresent()) runs.goOn();
        });
        Thread.sleep(Long.MAX_VALUE);
    }

    /**
     * Every tenth district has none for a JPO: its invoice waits. A rate of the middle of the month, one of a
     * district's own, a withdrawn one.
     */
    static List<Rate> rates(int districts) {
        var first = LocalDate.of(2026, 9, 1);
        var all = Stream.of(new Rate(null, "SRO", 6250, 180, first, null, false),
                new Rate(null, "SSO", 5033, 0, first, LocalDate.of(2026, 10, 14), false),
                new Rate(null, "SSO", 5599, 120, LocalDate.of(2026, 10, 15), null, false),
                new Rate(null, "SSO", 9999, 0, LocalDate.of(2026, 10, 1), null, true));
        var own = IntStream.range(0, districts).filter(d -> d % 10 != 9)
                .mapToObj(d -> new Rate(d, "JPO", 4001 + 7 * d, d % 3 * 45, first, null, false));
        var few = IntStream.range(0, districts).filter(d -> d % 7 == 3).mapToObj(
                d -> new Rate(d, "SSO", 7777, 240, LocalDate.of(2026, 10, 10), LocalDate.of(2026, 10, 20), false));
        return Stream.concat(all, Stream.concat(own, few)).toList();
    }

    static void setRates(ApplicationContext app, List<Rate> all) {
        var cards = app.getBean(RateCards.class);
        var districts = app.getBean(Story.class).as(Tenancy.tenant(),
                () -> app.getBean(Organizations.class).listOwn("DISTRICT"));
        for (var r : all) {
            UUID district = r.district() == null
                    ? null
                    : districts.stream().filter(d -> d.name().equals(BilledMonth.districtName(r.district())))
                            .findFirst().orElseThrow().id();
            UUID id = cards.set(district, r.role(), r.cents(), r.least(), r.from(), r.to(), "an agreement of the story",
                    null);
            if (r.withdrawn()) cards.withdraw(id, "typed for another year", null);
        }
    }

    private static void tell(ApplicationContext app, UUID agency, Path told) throws InterruptedException {
        var story = app.getBean(Story.class);
        var jdbc = app.getBean(JdbcClient.class);
        while (true) {
            Thread.sleep(5);
            say(told,
                    "ISSUED "
                            + story.as(agency,
                                    () -> jdbc
                                            .sql("select count(*) from billing.invoice").query(Integer.class).single())
                            + " of "
                            + story.as(agency,
                                    () -> jdbc.sql("select count(*) from billing.run_part where state <> 'PENDING'")
                                            .query(Integer.class).single()));
        }
    }

    private static void say(Path told, String words) {
        try {
            Files.writeString(told.resolveSibling("telling"), words + "\n");
            Files.move(told.resolveSibling("telling"), told, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
