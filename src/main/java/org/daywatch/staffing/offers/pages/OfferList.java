package org.daywatch.staffing.offers.pages;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.daywatch.platform.web.kit.Paging;
import org.daywatch.staffing.offers.OfferQueries.Offer;
import org.daywatch.staffing.offers.OfferQueries.Offers;

/**
 * An officer's offers as they look for them: by school, those they wished for first, or by day. Posts kept for them are
 * always shown.
 */
final class OfferList {

    /** By day is how they come. */
    static final List<String> ORDERS = List.of("day", "wished", "school");
    static final List<String> HEADER = List.of("day", "school", "starts_at", "ends_at", "zone", "role", "kept_for_you",
            "allowed", "against_it");

    private static final Map<String, Comparator<Offer>> SORTS = Map.of("day",
            Comparator.comparing((Offer o) -> o.post().window().start()),
            "wished", Comparator.comparing((Offer o) -> -o.wished().size()), "school",
            Comparator.comparing((Offer o) -> o.post().school()));

    private OfferList() {}

    static Paging asked(Map<String, String> parameters) {
        return Paging.read("/offers", parameters, ORDERS, "day").about("from");
    }

    static Offers shown(Offers all, Paging asked) {
        return new Offers(all.from(), all.to(), all.kept(), found(all.mine(), asked), found(all.outside(), asked),
                found(all.notMine(), asked));
    }

    /** One row for each post their department has been asked for. */
    static Stream<List<Object>> rows(Offers all) {
        return Stream.of(all.kept(), all.mine(), all.outside(), all.notMine()).flatMap(List::stream)
                .map(o -> List.of(o.post().day(), o.post().school(), o.post().window().start(),
                        o.post().window().end(), o.post().zone(), o.post().role(), o.held(),
                        o.verdict().allowed() || o.takeableByName(),
                        String.join(" ", o.verdict().reasons().stream().map(r -> r.code()).distinct().toList())));
    }

    private static List<Offer> found(List<Offer> offers, Paging asked) {
        return offers.stream().filter(o -> asked.finds(o.post().school()))
                .sorted(asked.order(SORTS).thenComparing(o -> o.post().window().start())).toList();
    }
}
