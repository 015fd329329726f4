package org.daywatch.platform.places;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Where the pictures of a map come from: an outside service, asked by the reader's browser only once they want to see
 * the map. Only pages that show one allow its pictures.
 */
@Component
public class MapTiles {

    /** The script and style that draw the map; they come from the site itself. */
    public static final String LEAFLET = "/webjars/leaflet/1.9.4/dist/";

    /** The request attribute with the origin whose pictures this page may show. */
    public static final String ALLOWED = MapTiles.class.getName();

    private static final String OFF = "off";
    private static final int DEEPEST = 19;
    /** The national map ends here; what is closer is drawn from it, enlarged. */
    private static final int DEEPEST_NATIONAL = 16;

    private final String template;
    private final String credit;

    MapTiles(@Value("${daywatch.map.tiles}") String template, @Value("${daywatch.map.credit}") String credit) {
        this.template = template.strip();
        this.credit = credit.strip();
        if (isOn() && !this.template.matches("https?://[^{}/\\s]+(/[^\\s]*)?\\{[xyz]}.*")) throw wrong();
        if (isOn()
                && !(this.template.contains("{z}") && this.template.contains("{x}") && this.template.contains("{y}")))
            throw wrong();
    }

    private IllegalArgumentException wrong() {
        return new IllegalArgumentException("DAYWATCH_MAP_TILES \"" + template
                + "\" is not the address of map tiles: write it with https:// and {z}, {x} and {y}, or off for no map.");
    }

    public boolean isOn() { return !template.equalsIgnoreCase(OFF); }

    public String template() {
        return template;
    }

    public String credit() {
        return credit;
    }

    /** Who is asked, as a person reads it. */
    public String host() {
        return uri().getHost();
    }

    public int deepest() {
        return host().equals("basemap.nationalmap.gov") ? DEEPEST_NATIONAL : DEEPEST;
    }

    /** For a handler whose page shows the map: its answer allows the pictures. */
    public MapTiles onThisPage() {
        if (isOn())
            RequestContextHolder.currentRequestAttributes().setAttribute(ALLOWED, origin(),
                    RequestAttributes.SCOPE_REQUEST);
        return this;
    }

    private String origin() {
        return uri().getScheme() + "://" + uri().getAuthority();
    }

    private URI uri() {
        return URI.create(template.replaceAll("[{}]", ""));
    }
}
