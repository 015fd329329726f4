package org.daywatch.directory.canaries;

import java.util.List;

/** Common names, put together by chance: no list of anybody's students. Adding one changes who older files carried. */
final class CanaryNames {

    static final List<String> GIVEN = List.of("Adela", "Alden", "Amaya", "Anders", "Anika", "Ansel", "Arlo", "Beatriz",
            "Bram", "Camila", "Carys", "Cedric", "Dalia", "Davin", "Delphine", "Dorian", "Elin", "Elio", "Emeric",
            "Esme", "Fabian", "Farah", "Felix", "Freya", "Gideon", "Greta", "Hollis", "Ilse", "Imani", "Ines", "Jarek",
            "Joaquin", "Juniper", "Kaia", "Kellan", "Lark", "Leif", "Lenora", "Lucian", "Maren", "Mateo", "Mila",
            "Nadia", "Nico", "Odette", "Orin", "Paloma", "Pascal", "Quentin", "Rafael", "Renata", "Rhys", "Rosalie",
            "Selma", "Silas", "Soren", "Talia", "Teodor", "Ursula", "Valentin", "Vera", "Wren", "Yara", "Zora");

    static final List<String> FAMILY = List.of("Abernathy", "Aldous", "Arroyo", "Ashdown", "Barlow", "Bellamy",
            "Bexley", "Brandt", "Calloway", "Cardenas", "Castellan", "Corrigan", "Dalgaard", "Delacroix", "Denholm",
            "Drummond", "Eastman", "Ellery", "Escobedo", "Fairbank", "Falkner", "Fennimore", "Galloway", "Garrick",
            "Granger", "Hadley", "Halloran", "Harcourt", "Hollander", "Ibarra", "Ingram", "Jessup", "Kendrick",
            "Kincaid", "Lachlan", "Lindqvist", "Lockhart", "Madrigal", "Marchetti", "Merrick", "Monroy", "Norwood",
            "Oakley", "Ordonez", "Pemberton", "Pickering", "Quintero", "Rademaker", "Ravenel", "Redmond", "Rosales",
            "Sandoval", "Sheridan", "Stannard", "Stroud", "Tennant", "Thorne", "Trevino", "Underhill", "Valdez",
            "Vandermeer", "Whitlock", "Winslow", "Yates");

    private CanaryNames() {}
}
