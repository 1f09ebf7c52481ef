"""The live preview (`make serve`): what is saved is on the page within a second, on the whole site.

`server.py` answers the browser and watches the files. `worker.py` is a process of its own that holds the site
(`site.py`): after a change it forks, the fork takes the change in, and if that went well the fork carries on in the
worker's place; if not, it says what is wrong and the worker stays as it was. A page is made when somebody looks at it.
"""
