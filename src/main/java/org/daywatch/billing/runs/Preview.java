package org.daywatch.billing.runs;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.billing.invoices.Draft;
import org.daywatch.billing.invoices.Issuing;
import org.daywatch.billing.rates.RateCards;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Organizations.Organization;
import org.daywatch.staffing.WorkedShifts;
import org.daywatch.staffing.WorkedShifts.Unproven;
import org.daywatch.staffing.WorkedShifts.Worked;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a run over a month would issue now, and what stands in its way. */
@Component
@Transactional
public class Preview {

    private final Issuing issuing;
    private final RateCards rates;
    private final WorkedShifts shifts;
    private final Organizations organizations;

    Preview(Issuing issuing, RateCards rates, WorkedShifts shifts, Organizations organizations) {
        this.issuing = issuing;
        this.rates = rates;
        this.shifts = shifts;
        this.organizations = organizations;
    }

    public record District(UUID id, String name, Draft draft) {}

    /**
     * @param districts that have shifts left to invoice, by name; @param unproven shifts that ended and are not payable
     * until the school confirms them
     */
    public record Outlook(List<District> districts, List<Unproven> unproven) {

        public List<District> ready() {
            return districts.stream().filter(d -> d.draft().ready()).toList();
        }

        public long cents() {
            return ready().stream().mapToLong(d -> d.draft().cents()).sum();
        }

        public List<Worked> withoutRate() {
            return districts.stream().flatMap(d -> d.draft().withoutRate().stream()).toList();
        }
    }

    Outlook of(YearMonth month) {
        var book = rates.book();
        Map<UUID, String> names = organizations.listOwn("DISTRICT").stream()
                .collect(Collectors.toMap(Organization::id, Organization::name));
        var districts = issuing.free(month, null).stream().collect(Collectors.groupingBy(Worked::district)).entrySet()
                .stream()
                .map(e -> new District(e.getKey(), names.getOrDefault(e.getKey(), e.getKey().toString()),
                        Draft.of(e.getValue(), book)))
                .sorted(Comparator.comparing(District::name).thenComparing(District::id)).toList();
        return new Outlook(districts, shifts.unproven(month.atDay(1), month.atEndOfMonth()));
    }
}
