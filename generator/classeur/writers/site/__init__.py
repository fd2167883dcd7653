"""The static intranet: a staged folder of pages, rendered by an engine behind the port `SiteEngine`."""
