package org.daywatch.prevention.assessments.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.daywatch.directory.plans.SitePlan;
import org.daywatch.prevention.assessments.AssessmentAnswers.Found;
import org.daywatch.prevention.assessments.AssessmentAnswers.Photo;
import org.daywatch.prevention.assessments.AssessmentReadings.Reading;
import org.daywatch.prevention.findings.Finding.Mark;
import org.daywatch.prevention.instruments.Instrument.Item;
import org.jspecify.annotations.Nullable;

/**
 * What of an assessment stands on site plans, numbered: gaps first, then what else was placed, then photos that were
 * taken somewhere else than their item stands.
 */
public record PlacedOnPlan(List<Placed> all) {

    /** @param photo null: the answer itself. @param photos that stand where it stands */
    public record Placed(String number, Mark mark, Item item, Found found, @Nullable Photo photo, List<Photo> photos) {

        SitePlan.Pin pin() {
            return new SitePlan.Pin(number, mark.across(), mark.down());
        }
    }

    static PlacedOnPlan of(Reading reading, List<Photo> photos) {
        var placed = new ArrayList<Placed>();
        var items = new ArrayList<>(reading.gaps());
        reading.instrument().items().stream().filter(i -> reading.found().containsKey(i.id()) && !items.contains(i))
                .forEach(items::add);
        for (var item : items) {
            var found = reading.found().get(item.id());
            var own = photos.stream().filter(p -> p.item().equals(item.id())).toList();
            if (found.mark() != null)
                placed.add(new Placed(number(placed), found.mark(), item, found, null,
                        own.stream().filter(p -> found.mark().equals(p.mark())).toList()));
        }
        for (var photo : photos) {
            var item = reading.instrument().byId().get(photo.item());
            var found = reading.found().get(photo.item());
            if (photo.mark() == null || item == null || found == null || photo.mark().equals(found.mark())) continue;
            placed.add(new Placed(number(placed), photo.mark(), item, found, photo, List.of()));
        }
        return new PlacedOnPlan(List.copyOf(placed));
    }

    private static String number(List<Placed> before) {
        return String.valueOf(before.size() + 1);
    }

    public List<Placed> on(UUID plan) {
        return all.stream().filter(p -> p.mark().plan().equals(plan)).toList();
    }

    public List<SitePlan.Pin> pins(UUID plan) {
        return on(plan).stream().map(Placed::pin).toList();
    }
}
