package dev.polylog.sweep.app;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What stores are called beside each other: by their folders, with as many parent folders as it takes to tell them apart. */
final class StoreNames {
    private StoreNames() {}

    /** Names of stores at different addresses. */
    static List<String> of(List<String> addresses) {
        List<Integer> depths = new ArrayList<>(Collections.nCopies(addresses.size(), 1));
        List<String> names = names(addresses, depths);
        while (names.stream().distinct().count() < names.size()) {
            for (int i = 0; i < names.size(); i++) {
                if (Collections.frequency(names, names.get(i)) > 1) {
                    depths.set(i, depths.get(i) + 1);
                }
            }
            names = names(addresses, depths);
        }
        return names;
    }

    private static List<String> names(List<String> addresses, List<Integer> depths) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < addresses.size(); i++) {
            List<String> folders = List.of(addresses.get(i).split("/", -1));
            names.add(String.join("/", folders.subList(Math.max(0, folders.size() - depths.get(i)), folders.size())));
        }
        return names;
    }
}
