package org.daywatch.journeys.year.lived;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.daywatch.directory.FundedPosts.Money;
import org.daywatch.directory.ProgramRule;
import org.daywatch.directory.programs.RequirementNumbers;
import org.daywatch.directory.programs.catalog.CatalogStore;
import org.daywatch.directory.programs.posts.FundedPostRegister;
import org.daywatch.platform.tenancy.Tenancy;

/** What the agency enters of its program: the posts that are paid for, and the numbers it sets for the district. */
public final class Programs {

    private final Stage stage;

    public Programs(Stage stage) {
        this.stage = stage;
    }

    /**
     * @param detail kind of the post and, where that is known, what it holds in a year and what an hour costs, in
     * dollars
     */
    public UUID fund(String award, List<String> detail, List<String> schools, LocalDate from) {
        var register = stage.the(FundedPostRegister.class);
        return Tenancy.as(stage.coordinator().scope(), () -> {
            var id = register.add(new FundedPostRegister.NewPost("AZ-SSP", award, detail.getFirst(),
                    schools.stream().map(stage.schools::get).toList(), from));
            if (detail.size() > 1)
                register.price(id,
                        new Money(100L * Integer.parseInt(detail.get(1)), 100 * Integer.parseInt(detail.get(2))));
            return id;
        });
    }

    /**
     * Until something else is set: whoever changes a number does it on the day from which the new one holds. @param
     * code of the requirement
     */
    public void set(String state, String code, NamedCsvRecord row) {
        Tenancy.run(stage.coordinator().scope(), () -> {
            var demand = stage.as(() -> stage.the(CatalogStore.class).read()).demand(code).orElseThrow();
            stage.the(RequirementNumbers.class).set(demand, state,
                    new RequirementNumbers.Asked("DISTRICT:" + stage.cast.mesquite(),
                            new BigDecimal(row.getField("value")),
                            LocalDate.parse(row.getField("from")), null,
                            new ProgramRule.Reading(demand.counting(), demand.evidence(), demand.detail()),
                            row.getField("why"), row.getField("why"), false));
        });
    }
}
